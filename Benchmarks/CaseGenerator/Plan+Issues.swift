import CaseModel
internal import Foundations

/// What an issue is like.
private struct Cast {
  let kind: Case.Issue.Kind
  let value: Case.Issue.ValueKind
  let answers: Case.Issue.Answers
}

extension Plan {
  /// The worked case's mix, in twentieths.
  private static let casts: [Cast] =
    repeated(8, Cast(kind: .negotiable, value: .option, answers: .one))
    + repeated(2, Cast(kind: .negotiable, value: .option, answers: .many))
    + repeated(4, Cast(kind: .factual, value: .option, answers: .many))
    + repeated(1, Cast(kind: .factual, value: .option, answers: .one))
    + repeated(2, Cast(kind: .negotiable, value: .set, answers: .one))
    + repeated(1, Cast(kind: .factual, value: .quantity, answers: .one))
    + repeated(1, Cast(kind: .negotiable, value: .quantity, answers: .one))
    + repeated(1, Cast(kind: .negotiable, value: .date, answers: .one))

  private static func repeated(_ times: Int, _ cast: Cast) -> [Cast] {
    Array(repeating: cast, count: times)
  }

  /// Seven and twenty have no common factor, so kinds alternate and keep their shares.
  private static func cast(_ number: Int) -> Cast { casts[number * 7 % casts.count] }

  static func valueKind(_ number: Int) -> Case.Issue.ValueKind { cast(number).value }

  static func optionCount(_ number: Int) -> Int { [2, 3, 2, 4, 3, 2, 8][number % 7] }

  static let memberCount = 6

  static func options(_ count: Int, _ number: Int) -> [Case.Issue.Option] {
    (0..<count).map { place in
      Case.Issue.Option(
        id: option(place), title: "Answer \(place + 1) to question \(number + 1)")
    }
  }

  static func option(_ place: Int) -> Slug { Slug("option-\(place + 1)") }
  static func member(_ place: Int) -> Slug { Slug("member-\(place + 1)") }

  func issue(_ number: Int, _ random: inout SplitMix64) -> Case.Issue {
    let cast = Self.cast(number)
    var issue = Case.Issue(
      id: issue(number), title: "\(Words.line(20, &random)) \(number + 1)", kind: cast.kind)
    issue.category = ["Ce", "SubPar", "Neu", "Sec"][number % 4]
    issue.value = cast.value
    issue.answers = cast.answers
    switch cast.value {
    case .option:
      issue.options = Self.options(Self.optionCount(number), number)
      for index in issue.options.indices {
        issue.options[index].takenBy = [party((number + index) % parties)]
      }
    case .quantity: issue.unit = "person"
    case .set:
      issue.members = (0..<Self.memberCount).map {
        Case.Issue.Member(id: Self.member($0), name: "Member \($0 + 1)")
      }
    case .date: break
    }
    return issue
  }

  /// An answer of the kind the issue has.
  func answer(_ number: Int, _ random: inout SplitMix64) -> Answer {
    switch Self.valueKind(number) {
    case .option:
      if random.chance(30) { return .none }
      let first = random.below(Self.optionCount(number))
      if random.chance(20) {
        return .options([
          Self.option(first), Self.option((first + 1) % Self.optionCount(number)),
        ])
      }
      return .options([Self.option(first)])
    case .quantity:
      let size: Int32 = [1000, 5000, 10_000, 50_000][random.below(4)]
      let comparator: Comparator = [.equal, .atMost, .about, .atLeast][random.below(4)]
      return .value(
        .quantity(
          Quantity(Amount(size * Int32(1 + random.below(9))), comparator, unit: "person")))
    case .set:
      var members = [Self.member(random.below(Self.memberCount))]
      let other = Self.member(random.below(Self.memberCount))
      if random.chance(500), other != members[0] { members.append(other) }
      return .value(.set(MemberSet(members, open: random.chance(200))))
    case .date:
      let text = "202\(5 + random.below(3))-\(10 + random.below(3))"
      return (try? EDTFDate(text)).map { .value(.date(Dating($0))) } ?? .none
    }
  }
}
