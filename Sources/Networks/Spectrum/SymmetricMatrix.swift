/// A symmetric matrix, of which the lower triangle is kept, and its eigenvalues.
///
/// Rows are padded to whole vectors; what is right of the diagonal is 0, so that a row can be
/// multiplied as a whole.
struct SymmetricMatrix: Sendable {
  let count: Int
  let stride: Int
  var storage: [Double]

  init(count: Int) {
    self.count = count
    stride = (count + 3) & ~3
    storage = [Double](repeating: 0, count: count * stride)
  }

  subscript(row: Int, column: Int) -> Double {
    get { row >= column ? storage[row * stride + column] : storage[column * stride + row] }
    set {
      if row >= column {
        storage[row * stride + column] = newValue
      } else {
        storage[column * stride + row] = newValue
      }
    }
  }

  /// The eigenvalues, descending.
  ///
  /// Householder's reduction to a tridiagonal matrix, then the implicit QL method: Golub and Van
  /// Loan, "Matrix Computations" (4th edition, 2013), 8.3.
  /// - Complexity: O(count³): 4/3 count³ multiplications and as many additions
  func eigenvalues() -> [Double] {
    guard count > 0 else { return [] }
    var copy = self
    var diagonal = [Double](repeating: 0, count: count)
    var beside = diagonal
    copy.reduce(&diagonal, &beside)
    diagonalise(&diagonal, &beside)
    return diagonal.sorted(by: >)
  }

  /// Reduces to a tridiagonal matrix: its diagonal, and `beside[i]` between i − 1 and i.
  private mutating func reduce(_ diagonal: inout [Double], _ beside: inout [Double]) {
    var vector = [Double](repeating: 0, count: stride + 4)
    var product = vector
    let (count, stride) = (count, stride)
    storage.withUnsafeMutableBufferPointer { matrix in
      vector.withUnsafeMutableBufferPointer { vector in
        product.withUnsafeMutableBufferPointer { product in
          guard let matrix = matrix.baseAddress, let vector = vector.baseAddress,
            let product = product.baseAddress
          else { return }
          for last in Swift.stride(from: count - 1, through: 1, by: -1) {
            diagonal[last] = matrix[last * stride + last]
            beside[last] = reflect(
              matrix: matrix, stride: stride, last: last, vector: vector, product: product)
          }
          diagonal[0] = matrix[0]
        }
      }
    }
  }
}

/// Makes row `last` 0 left of the element beside the diagonal, which is returned, by a reflection of
/// all rows above.
private func reflect(
  matrix: UnsafeMutablePointer<Double>, stride: Int, last: Int,
  vector: UnsafeMutablePointer<Double>, product: UnsafeMutablePointer<Double>
) -> Double {
  let row = matrix + last * stride
  var length = 0.0
  for column in 0..<last { length += row[column] * row[column] }
  length = length.squareRoot()
  let head = row[last - 1]
  let rest = length - head.magnitude
  // Already in the form wanted.
  if length == 0 || rest <= length * 1e-18 { return head }
  let beside = head > 0 ? -length : length
  let padded = (last + 3) & ~3
  for column in 0..<last { vector[column] = row[column] }
  vector[last - 1] = head - beside
  for column in last..<padded { vector[column] = 0 }
  // H = I − v vᵀ / half, half = |v|² / 2.
  let half = length * (length + head.magnitude)
  for column in 0..<padded { product[column] = 0 }
  for line in 0..<last {
    product[line] += multiply(matrix + line * stride, line, vector, product)
  }
  var overlap = 0.0
  for column in 0..<last {
    product[column] /= half
    overlap += product[column] * vector[column]
  }
  let shift = overlap / (2 * half)
  for column in 0..<last { product[column] -= shift * vector[column] }
  for line in 0..<last { subtract(matrix + line * stride, line, vector, product) }
  return beside
}

/// Row `line` of the lower triangle times the vector; adds what the column above contributes.
@inline(__always)
private func multiply(
  _ row: UnsafeMutablePointer<Double>, _ line: Int, _ vector: UnsafeMutablePointer<Double>,
  _ product: UnsafeMutablePointer<Double>
) -> Double {
  let own = vector[line]
  let whole = line & ~3
  var sum = SIMD4<Double>()
  var column = 0
  while column < whole {
    let entries = load(row + column)
    sum += entries * load(vector + column)
    store(load(product + column) + entries * own, product + column)
    column += 4
  }
  var rest = 0.0
  while column < line {
    rest += row[column] * vector[column]
    product[column] += row[column] * own
    column += 1
  }
  return sum.sum() + rest + row[line] * own
}

@inline(__always)
private func subtract(
  _ row: UnsafeMutablePointer<Double>, _ line: Int, _ vector: UnsafeMutablePointer<Double>,
  _ product: UnsafeMutablePointer<Double>
) {
  let (v, p) = (vector[line], product[line])
  let whole = line & ~3
  var column = 0
  while column < whole {
    store(
      load(row + column) - load(product + column) * v - load(vector + column) * p, row + column)
    column += 4
  }
  while column <= line {
    row[column] -= product[column] * v + vector[column] * p
    column += 1
  }
}

@inline(__always)
private func load(_ pointer: UnsafeMutablePointer<Double>) -> SIMD4<Double> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD4<Double>.self)
}

@inline(__always)
private func store(_ value: SIMD4<Double>, _ pointer: UnsafeMutablePointer<Double>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD4<Double>.self)
}

/// The eigenvalues of a tridiagonal matrix, in place of its diagonal.
private func diagonalise(_ diagonal: inout [Double], _ beside: inout [Double]) {
  let count = diagonal.count
  guard count > 1 else { return }
  for index in 1..<count { beside[index - 1] = beside[index] }
  beside[count - 1] = 0
  for first in 0..<count {
    // Sixty sweeps never occur; the bound keeps a matrix of anything but numbers from looping.
    for _ in 0..<60 {
      var end = first
      while end < count - 1 {
        let scale = diagonal[end].magnitude + diagonal[end + 1].magnitude
        if beside[end].magnitude <= scale * 0x1p-53 { break }
        end += 1
      }
      if end == first { break }
      sweep(&diagonal, &beside, first, end)
    }
  }
}

/// One implicit QL sweep from `end` down to `first`.
@inline(__always)
private func sweep(_ diagonal: inout [Double], _ beside: inout [Double], _ first: Int, _ end: Int) {
  var g = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first])
  var r = (g * g + 1).squareRoot()
  g = diagonal[end] - diagonal[first] + beside[first] / (g + (g < 0 ? -r : r))
  var (s, c, p) = (1.0, 1.0, 0.0)
  var index = end - 1
  while index >= first {
    let f = s * beside[index]
    let b = c * beside[index]
    r = (f * f + g * g).squareRoot()
    beside[index + 1] = r
    if r == 0 {
      diagonal[index + 1] -= p
      beside[end] = 0
      return
    }
    s = f / r
    c = g / r
    g = diagonal[index + 1] - p
    r = (diagonal[index] - g) * s + 2 * c * b
    p = s * r
    diagonal[index + 1] = g + p
    g = c * r - b
    index -= 1
  }
  diagonal[first] -= p
  beside[first] = g
  beside[end] = 0
}
