import Foundation

/// The three streams that every program is given, made safe before anything else is opened.
enum StandardStreams {
  static func prepare() {
    // A reader that went away is an error of writing, which each place handles, and no signal.
    signal(SIGPIPE, SIG_IGN)
    // One that is closed would become the number of the next file that is opened. Opened the wrong
    // way around, what is read from or written to it fails as it should.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
