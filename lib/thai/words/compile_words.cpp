// Build-time tool: word lists -> the compact automaton that words.cpp uses in place.
//
//   compile_words OUTPUT LIST...
//
// A list is UTF-8, one word a line; what follows '/' (hunspell's flags) or '#' is left out, and so are words
// with anything but Thai letters. The output is a minimal acyclic automaton (Daciuk's incremental
// construction over sorted words) as little-endian 32-bit edges; word_automaton.h tells its layout.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words/word_automaton.h"

namespace {

using tarang::thai::AutomatonEdge;

struct Node {
    bool final = false;
    std::map<std::uint32_t, int> children;  ///< label -> node
    auto operator<=>(const Node&) const = default;
};

/// Builds from words in ascending order; equal tails are shared as soon as they are complete.
class Builder {
public:
    void add(const std::u32string& word) {
        std::size_t common = 0;
        while (common < word.size() && common < last_.size() && word[common] == last_[common]) ++common;
        freeze(common);
        for (std::size_t i = common; i < word.size(); ++i) {
            nodes_.emplace_back();
            const int child = static_cast<int>(nodes_.size()) - 1;
            nodes_[path_.back()].children[AutomatonEdge::label_of(word[i])] = child;
            path_.push_back(child);
        }
        nodes_[path_.back()].final = true;
        last_ = word;
    }

    std::vector<std::uint32_t> finish() {
        freeze(0);
        std::vector<std::uint32_t> edges(AutomatonEdge::kRootSize, 0);
        std::map<int, std::uint32_t> placed;
        for (const auto& [label, child] : nodes_[0].children) {
            const std::uint32_t target = place(child, edges, placed);
            edges[label] = AutomatonEdge{label, nodes_[child].final, true, target}.packed();
        }
        return edges;
    }

private:
    /// Replaces the nodes of the last word below `depth` by equal ones that are known already.
    void freeze(std::size_t depth) {
        while (path_.size() > depth + 1) {
            const int node = path_.back();
            path_.pop_back();
            const auto [known, fresh] = register_.try_emplace(nodes_[node], node);
            if (!fresh)
                nodes_[path_.back()].children[AutomatonEdge::label_of(last_[path_.size() - 1])] =
                    known->second;
        }
    }

    /// Lays out a node's edges after those of its children, each node once. 0: it has no edges.
    std::uint32_t place(int node, std::vector<std::uint32_t>& edges,
                        std::map<int, std::uint32_t>& placed) const {
        const auto& children = nodes_[node].children;
        if (children.empty()) return 0;
        if (const auto known = placed.find(node); known != placed.end()) return known->second;
        std::vector<std::uint32_t> own;
        for (const auto& [label, child] : children) {
            const bool last = own.size() + 1 == children.size();
            own.push_back(
                AutomatonEdge{label, nodes_[child].final, last, place(child, edges, placed)}.packed());
        }
        const auto at = static_cast<std::uint32_t>(edges.size());
        edges.insert(edges.end(), own.begin(), own.end());
        placed[node] = at;
        return at;
    }

    std::vector<Node> nodes_ = {Node{}};
    std::vector<int> path_ = {0};
    std::u32string last_;
    std::map<Node, int> register_;
};

bool read_list(const char* path, std::vector<std::u32string>& words) {
    std::ifstream in(path);
    if (!in) {
        std::cerr << "compile_words: cannot read " << path << '\n';
        return false;
    }
    for (std::string line; std::getline(in, line);) {
        const std::u32string word = tarang::thai::decode(line.substr(0, line.find_first_of("/#\r \t")));
        const bool letters = std::all_of(word.begin(), word.end(), tarang::thai::is_word_char);
        if (letters && word.size() >= 2) words.push_back(word);
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: compile_words OUTPUT LIST...\n";
        return 2;
    }
    std::vector<std::u32string> words;
    for (int i = 2; i < argc; ++i) {
        if (!read_list(argv[i], words)) return 1;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    Builder builder;
    for (const auto& word : words) builder.add(word);
    std::ofstream out(argv[1], std::ios::binary);
    for (const std::uint32_t edge : builder.finish()) {
        for (unsigned shift = 0; shift < 32; shift += 8) out.put(static_cast<char>((edge >> shift) & 0xFFU));
    }
    return out.flush() ? 0 : 1;
}
