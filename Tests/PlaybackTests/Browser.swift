import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A page in headless Chromium, driven over the DevTools protocol: commands go through one named
/// pipe and answers come back through another, each a JSON text that ends with a zero byte.
final class Browser {
  private let process = Process()
  private let folder: URL
  private let commands: Int32
  private let answers: Int32
  private var buffer: [UInt8] = []
  private var number = 0
  private var session: String?
  /// The errors that the page raised.
  private(set) var complaints: [String] = []

  static let executable: String? = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap { name in ["/usr/bin/\(name)", "/usr/local/bin/\(name)"] }
    .first(where: FileManager.default.isExecutableFile)

  struct Trouble: Error { let words: String }

  init(width: Int = 1280, height: Int = 800) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipes = ["in", "out"].map { folder.appendingPathComponent($0).path }
    self.folder = folder
    for pipe in pipes { mkfifo(pipe, 0o600) }
    // Open for both ways, so that opening waits for nobody.
    commands = open(pipes[0], O_RDWR)
    answers = open(pipes[1], O_RDWR)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "exec '\(Self.executable ?? "chromium")' --headless --no-sandbox --disable-gpu "
        + "--disable-dev-shm-usage --hide-scrollbars --no-first-run "
        + "--user-data-dir='\(folder.path)/profile' --window-size=\(width),\(height) "
        + "--remote-debugging-pipe about:blank 3<'\(pipes[0])' 4>'\(pipes[1])'",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"] as? String
    let attached = try send(
      "Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    try send("Page.enable")
    try send("Runtime.enable")
    try resize(width, height)
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    close(commands)
    close(answers)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Sends a command and waits for its answer.
  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    let bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    guard write(commands, bytes, bytes.count) == bytes.count else {
      throw Trouble(words: "\(method) could not be sent")
    }
    while true {
      let answer = try receive()
      note(answer)
      guard answer["id"] as? Int == number else { continue }
      if let error = answer["error"] { throw Trouble(words: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func note(_ event: [String: Any]) {
    let parameters = event["params"] as? [String: Any] ?? [:]
    switch event["method"] as? String {
    case "Runtime.exceptionThrown":
      complaints.append("\(parameters["exceptionDetails"] ?? "")")
    case "Runtime.consoleAPICalled" where parameters["type"] as? String == "error":
      complaints.append("\(parameters["args"] ?? "")")
    default: break
    }
  }

  private func receive() throws -> [String: Any] {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let data = Data(buffer[..<end])
        buffer.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 60_000) > 0 else { throw Trouble(words: "Chromium is silent") }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(answers, &chunk, chunk.count)
      guard count > 0 else { throw Trouble(words: "Chromium is gone") }
      buffer += chunk[..<count]
    }
  }
}

extension Browser {
  /// What an expression of JavaScript gives, as text.
  @discardableResult
  func evaluate(_ expression: String) throws -> String {
    let result = try send(
      "Runtime.evaluate",
      ["expression": "String(\(expression))", "returnByValue": true, "awaitPromise": true])
    if let details = result["exceptionDetails"] { throw Trouble(words: "\(details)") }
    return (result["result"] as? [String: Any])?["value"] as? String ?? ""
  }

  func resize(_ width: Int, _ height: Int) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  func setDark(_ isDark: Bool) throws {
    try send(
      "Emulation.setEmulatedMedia",
      [
        "features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]
      ])
  }

  /// Opens a page and waits until it has drawn itself.
  func load(_ url: String) throws {
    try send("Page.navigate", ["url": "about:blank"])
    try send("Page.navigate", ["url": url])
    try wait(until: "document.readyState === 'complete' && Boolean(window.app?.now)")
  }

  /// Waits for something to become true, for ten seconds at the most.
  func wait(until condition: String) throws {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      if (try? evaluate(condition)) == "true" { return }
      usleep(20_000)
    }
    throw Trouble(words: "\(condition) did not come true: \(complaints)")
  }

  /// Presses the mouse where an element is, as a person does.
  func click(_ selector: String) throws {
    let place = try evaluate(
      """
      (() => {
        const element = document.querySelector(\(quoted(selector)));
        element.scrollIntoView({ block: "center", inline: "nearest" });
        const box = element.getBoundingClientRect();
        return `${box.left + box.width / 2} ${box.top + box.height / 2}`;
      })()
      """
    ).split(separator: " ").compactMap { Double($0) }
    try click(x: place[0], y: place[1])
  }

  func click(x: Double, y: Double) throws {
    for type in ["mouseMoved", "mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent",
        [
          "type": type, "x": x, "y": y, "button": type == "mouseMoved" ? "none" : "left",
          "clickCount": type == "mouseMoved" ? 0 : 1,
        ])
    }
  }

  /// Presses a key, such as `ArrowRight` or `v`.
  func press(_ key: String) throws {
    let text = key.count == 1 ? key : key == "Enter" ? "\r" : ""
    for type in ["keyDown", "keyUp"] {
      var event: [String: Any] = ["type": type, "key": key]
      if type == "keyDown", !text.isEmpty { event["text"] = text }
      try send("Input.dispatchKeyEvent", event)
    }
  }

  /// Types into an element in place of what is there, and leaves it.
  func type(_ text: String, into selector: String) throws {
    try click(selector)
    try evaluate("document.querySelector(\(quoted(selector))).select?.()")
    try send("Input.insertText", ["text": text])
    try evaluate("document.activeElement.blur()")
  }

  /// Keeps a picture if a folder for pictures is named.
  func screenshot(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["GRAPHGRAD_SCREENSHOTS"] else { return }
    let result = try send("Page.captureScreenshot", ["format": "png"])
    guard let data = Data(base64Encoded: result["data"] as? String ?? "") else { return }
    try data.write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).png"))
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
