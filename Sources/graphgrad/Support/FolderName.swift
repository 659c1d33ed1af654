/// An experiment's name as that of one folder, never a way out of `Output`.
enum FolderName {
  static func make(_ name: String) -> String {
    let flat = name.replacing("/", with: "-")
    return flat.hasPrefix(".") ? "_\(flat)" : flat
  }
}
