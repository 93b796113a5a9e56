export type {
  ArgumentDeclaration,
  CommandContext,
  CommandDeclaration,
  CommandResult,
  OptionDeclaration,
  PastAnswer,
} from './declaration.ts'
export { describeFailure, type Failure } from './failure.ts'
export { writesRecord } from './knownAtOption.ts'
export { makeProgress, type Progress, type ProgressOutput } from './progress.ts'
export { type CommandLine, EXIT, runCommandLine } from './runCommandLine.ts'
