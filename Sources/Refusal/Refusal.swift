/// Stops the program, after its sentence has been printed to standard error.
///
/// A release build says nothing where a `precondition` fails, only that an instruction was illegal;
/// whoever uses the library wrongly should read what to change.
@inline(never)
@usableFromInline
package func refuse(_ sentence: @autoclosure () -> String) -> Never {
  fatalError(sentence())
}

/// Goes on if `condition` holds, else stops with the sentence, which is made only then.
@inlinable
@inline(__always)
package func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { refuse(sentence()) }
}
