/** Why a census file could not be read on. */
export type CensusReadProblem =
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'nul-character'
  | 'malformed'
  | 'truncated'
  | 'too-deep'
  | 'too-many-attributes'
  | 'too-long'
  | 'too-many-elements'
  | 'not-a-census'

/** Where in the file reading stopped; lines and columns count from 1. */
export interface ReadPosition {
  readonly line: number
  readonly column: number
  readonly childrenRead: number
}

/**
 * The only error that reading a census throws. Children handed out before it are whole and may be kept:
 * `childrenRead` says how many there were.
 */
export class CensusReadError extends Error {
  readonly problem: CensusReadProblem
  readonly position: ReadPosition

  constructor(problem: CensusReadProblem, sentence: string, position: ReadPosition, cause?: unknown) {
    const { line, column, childrenRead } = position
    super(
      `${sentence} Stopped at line ${line}, column ${column}; children read before it: ${childrenRead}.`,
      {
        cause,
      },
    )
    this.name = 'CensusReadError'
    this.problem = problem
    this.position = position
  }
}
