internal import CaseModel
internal import Foundations

/// What is read of each statement once, on all cores.
extension FilteredCase {
  /// Of the statements at these places, or of all.
  func readFacts(_ places: Range<Int>? = nil) -> [StatementFacts] {
    let choosesStatements = lens.choosesStatements
    return ofStatements(at: places) { places, add in
      // Statements of one source stand together as a rule.
      var last: (id: Case.Source.ID, place: Int?)?
      _ = eachStatement(at: places) { _, statement -> Void? in
        let id = statement.pointee.source
        let source = last.flatMap { $0.id == id ? .some($0.place) : nil } ?? index.place(of: id)
        last = (id, source)
        let said = index.said(
          date: statement.pointee.date?.value, at: statement.pointee.at,
          told: statement.pointee.told?.value, source: source)
        let isOut = choosesStatements && !admits(statement.pointee)
        add(
          StatementFacts(
            said: said, time: isOut ? .out : timeClass(said), source: source,
            issue: statement.pointee.about?.issue.flatMap { index.place(of: $0) }))
        return nil
      }
    }
  }

  /// Something of each of the statements at these places, or of all, read on all cores.
  private func ofStatements<Element: Sendable>(
    at places: Range<Int>?,
    _ read: @Sendable (Range<Int>, _ add: @escaping (Element) -> Void) -> Void
  ) -> [Element] {
    let all = places ?? theCase.statements.indices
    return Parallel.array(count: all.count) { range, add in
      withoutActuallyEscaping(add) { add in
        read(all.lowerBound + range.lowerBound..<all.lowerBound + range.upperBound, add)
      }
    }
  }

  /// Of the statements at these places, or of all.
  func readMarks(_ places: Range<Int>? = nil) -> [StatementMarks] {
    ofStatements(at: places) { places, add in
      _ = eachStatement(at: places) { _, statement -> Void? in
        add(StatementMarks(statement.pointee))
        return nil
      }
    }
  }
}
