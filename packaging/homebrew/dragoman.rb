# Builds from source with the Swift of Xcode. Untested: no Mac was at hand where this was written.
# Put the address and the sum of a release in `url` and `sha256`.
class Dragoman < Formula
  desc "Record of a negotiation, and what settlement it can bear"
  homepage "https://dragoman.example"
  url "https://dragoman.example/releases/dragoman-0.1.0.tar.gz"
  version "0.1.0"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "Apache-2.0"

  depends_on xcode: ["16.0", :build]
  depends_on macos: :sequoia
  depends_on "poppler"
  uses_from_macos "libxml2"
  uses_from_macos "sqlite"
  uses_from_macos "zlib"

  def install
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "dragoman"
    bin.install ".build/release/dragoman"
    generate_completions_from_executable(bin/"dragoman", "--generate-completion-script")
    system "python3", "scripts/packages/manual.py", bin/"dragoman", buildpath/"share"
    man1.install Dir["share/man/man1/*"]
  end

  test do
    system bin/"dragoman", "new", "valley", "--title", "Talks", "--parties", "north,south"
    assert_match "Talks", shell_output("#{bin}/dragoman brief valley")
  end
end
