extension Case.Statement {
  /// The fields that few statements have. The others need no room for them.
  @usableFromInline struct Seldom: Sendable, Hashable {
    @usableFromInline var at: Case.Meeting.ID?
    @usableFromInline var told: Dating?
    @usableFromInline var change: ClaimedChange?
    @usableFromInline var drops: [ID] = []
    @usableFromInline var due: Dating?
    @usableFromInline var until: Dating?
    @usableFromInline var doubted: String?
    @usableFromInline var proposedBy: String?

    @usableFromInline init() {}

    @usableFromInline var isEmpty: Bool {
      at == nil && told == nil && change == nil && drops.isEmpty && due == nil && until == nil
        && doubted == nil && proposedBy == nil
    }
  }

  /// Keeps these fields where there are any.
  @usableFromInline struct SeldomFields: FieldsApart, Hashable {
    @usableFromInline var box: Box<Seldom>?

    @usableFromInline init() {}

    @inlinable var content: Seldom {
      _read {
        if let box { yield box.content } else { yield Seldom() }
      }
      _modify {
        let own =
          isKnownUniquelyReferenced(&box) ? box ?? Box(Seldom()) : Box(box?.content ?? Seldom())
        box = own
        defer { box = own.content.isEmpty ? nil : own }
        yield &own.content
      }
    }

    @usableFromInline func reading<Result>(
      _ body: (UnsafePointer<Seldom>) -> Result
    ) -> Result {
      guard let box else { return withUnsafePointer(to: Seldom(), body) }
      return withUnsafeMutablePointer(to: &box.content) { body(UnsafePointer($0)) }
    }

    @usableFromInline static func == (a: SeldomFields, b: SeldomFields) -> Bool {
      a.box === b.box || a.content == b.content
    }

    @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(content) }
  }
}
