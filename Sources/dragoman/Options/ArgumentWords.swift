public import ArgumentParser
public import CaseModel
public import Interchange

// The words of the case that the command line takes as they are.
extension Severity: ExpressibleByArgument {}
extension Case.Source.Kind: ExpressibleByArgument {}
extension Case.Source.Reliability: ExpressibleByArgument {}
extension FileLayout.Format: ExpressibleByArgument {}
