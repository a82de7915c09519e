// The program that parses documents; tarang starts it, and says what to do over its socket.
#include "host/worker/jobs.h"

int main() { return tarang::worker::serve_as_worker(); }
