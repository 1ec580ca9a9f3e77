/// What a reader of one kind of document gives.
struct Reading {
  var kind: DocumentKind
  var parts: [ReadDocument.Part] = []
  var encoding: EncodingReading?
  var offers: [ReadDocument.Offer] = []
  var notes: [ReadDocument.Note] = []
  var tool: String?

  init(_ kind: DocumentKind) { self.kind = kind }
}
