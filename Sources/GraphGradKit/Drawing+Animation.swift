public import Diagrams

extension Drawing {
  /// One SVG that plays frames at the places of this drawing, without script.
  ///
  /// - Parameter framesPerSecond: how fast they follow each other.
  /// - Precondition: at least one frame, each of the view that was laid out.
  public func animation(
    _ frames: [(network: NetworkPicture, caption: Caption)], framesPerSecond: Double
  ) throws(DrawingError) -> [UInt8] {
    var animation = AnimatedSVG()
    for frame in frames {
      animation.add(try picture(.svg, of: frame.network, caption: frame.caption))
    }
    return animation.svg(framesPerSecond: framesPerSecond)
  }
}
