#include "apps/review/review.h"

#include <poll.h>

#include <cerrno>
#include <mutex>

#include "apps/review/app.h"

namespace tarang::review {
namespace {

void wait_for(int descriptor) {
    pollfd event{descriptor, POLLIN, 0};
    while (::poll(&event, 1, -1) < 0 && errno == EINTR) {
    }
}

}  // namespace

void serve(store::Database& database, store::Database& background, const ReviewOptions& options,
           const std::function<void(const std::string& address, const Admitted& people)>& started) {
    PageImages images(options.pictures);
    Teaching teaching(options.import, background);
    People people(database, options.reviewer, options.address);
    ReviewApp app(database, images, teaching, people);
    std::mutex ready;  // the port, and with it what a host may be called, is known once the server listens
    std::unique_lock starting(ready);
    HttpServer server(options.port, [&](const Request& request, const Answer& answer) {
        const Answer secured = [answer, &options, method = request.method,
                                path = request.path](Response response) {
            if (response.status >= 500)
                options.journal->request_failed(response.status, method, path);
            else if (response.status >= 400)
                options.journal->request_refused(response.status, method, path);
            add_security_headers(response);
            answer(std::move(response));
        };
        { const std::lock_guard guard(ready); }
        // Nothing may leave through the C frames that called this.
        try {
            if (auto refusal = people.access().check(request)) return secured(std::move(*refusal));
            app.handle(request, people.access().visitor_of(request), secured);
        } catch (const std::exception& error) {
            secured(failure_response(error, Language::kThai));
        } catch (...) {
            secured(failure_response(std::runtime_error("unknown"), Language::kThai));
        }
    });
    people.access().listen(server.port());
    const Admitted admitted = options.reviewers ? people.admit_only(*options.reviewers) : Admitted{};
    const std::string address = people.access().own_link();
    starting.unlock();
    started(address, admitted);
    wait_for(options.interrupt);
}

}  // namespace tarang::review
