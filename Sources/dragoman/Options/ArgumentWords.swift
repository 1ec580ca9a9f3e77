public import ArgumentParser
public import CaseModel
package import Exchange
public import Interchange
public import Networks
package import Presentation
public import StateOfPlay

// The words of the case that the command line takes as they are.
extension Severity: ExpressibleByArgument {}
extension Case.Source.Kind: ExpressibleByArgument {}
extension Case.Source.Reliability: ExpressibleByArgument {}
extension FileLayout.Format: ExpressibleByArgument {}
extension SettlementView.Solution: ExpressibleByArgument {}
extension NetworkQuestions.Mode: ExpressibleByArgument {}
extension NetworkQuestions.ActorRole: ExpressibleByArgument {}
extension Normalisation: ExpressibleByArgument {}
extension TwoModeNetwork.Normalisation: ExpressibleByArgument {}
extension DuplicateRule: ExpressibleByArgument {}
extension Kernel: ExpressibleByArgument {}
extension ProjectImport.Preferred: ExpressibleByArgument {}
extension CalendarUnit: ExpressibleByArgument {}
extension NetworkGraph.Weight: ExpressibleByArgument {}
extension DNAWriter.OtherStances: ExpressibleByArgument {}
