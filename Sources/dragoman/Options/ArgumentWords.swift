public import ArgumentParser
public import CaseModel
public import Interchange
public import StateOfPlay

// The words of the case that the command line takes as they are.
extension Severity: ExpressibleByArgument {}
extension Case.Source.Kind: ExpressibleByArgument {}
extension Case.Source.Reliability: ExpressibleByArgument {}
extension FileLayout.Format: ExpressibleByArgument {}
extension SettlementView.Solution: ExpressibleByArgument {}
