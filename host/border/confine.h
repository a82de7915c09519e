// What a worker gives up before it sees a document: the network, other programs, and every file but those
// that reading needs.
//
// A document that takes a worker over finds a process that can compute, read fonts and talk to its parent.
// System calls are an allow-list (seccomp, by libseccomp): what is not named fails with ENOSYS, so a library
// that tries something newer falls back instead of dying, and nothing opens a socket, starts a program or
// opens a file for writing. Where the kernel has Landlock, files outside the folders of libraries, fonts and
// configuration cannot even be read.
//
// The alternative, confining between fork and exec, would have to allow exec and the loader's calls as well.
#pragma once

#include <string>
#include <vector>

namespace tarang::border {

/// Whether this kernel can filter system calls. Without that no worker is started.
bool can_confine();

/// The kernel's version of Landlock; 0 where it has none, and files cannot be forbidden.
long landlock_version();

/// For the rest of this process's life; there is no way back. `readable` are files and folders beside the
/// usual ones; those that are not there are left out. False where the filter could not be set, or
/// what the kernel's Landlock offers could not be had: the process must then not touch a document. Does
/// nothing in builds that write while they run (sanitizers, coverage).
bool confine_process(const std::vector<std::string>& readable);

}  // namespace tarang::border
