import {
  type CensusHeader,
  CensusReadError,
  CensusTally,
  type CheckOptions,
  censusYearOf,
  checkFile,
  type FileCheck,
  type Finding,
  readCensus,
  valueIn,
} from '../census/index.ts'
import type { ImportFinding } from '../loading/childFinding.ts'
import type { Stop } from '../loading/importReport.ts'
import type { ReadChild } from '../loading/readChild.ts'
import { readerFindings, ruleFindings } from '../loading/readerFindings.ts'
import type { Run } from './importRun.ts'

type SourceOptions = {
  readonly path: string
  readonly asAt?: Temporal.PlainDate | null
  readonly limitBytes: number
  readonly authorityCode?: string | null
  readonly signal?: AbortSignal
}

/** A census file as it is read: its children, then what it says of itself. */
export class CensusSource {
  readonly outside = new CensusTally()
  header: CensusHeader | undefined
  stopped: Stop | null = null
  readonly #options: SourceOptions
  readonly #run: Run
  readonly #today: Temporal.PlainDate
  readonly #findings: Finding[] = []
  #check: { readonly options: CheckOptions; readonly file: FileCheck } | undefined

  constructor(options: SourceOptions, run: Run, today: Temporal.PlainDate) {
    this.#options = options
    this.#run = run
    this.#today = today
  }

  /** The children, with what rules across the file say of each; ends early when the file or the person at it stops. */
  async *children(): AsyncGenerator<ReadChild> {
    const { path, asAt, limitBytes, signal } = this.#options
    const reading = readCensus(path, {
      limitBytes,
      outside: this.outside,
      onHeader: header => this.#takeHeader(header),
      onFinding: finding => this.#findings.push(finding),
      ...(asAt ? { censusYear: censusYearOf(asAt) } : {}),
    })
    let read = 0
    try {
      for await (const child of reading) {
        if (signal?.aborted)
          return this.#stop('interrupted', 'It was stopped before the end of the file.', null, read)
        read += 1
        yield { child, fileRules: this.#opened().file.add(child) }
      }
    } catch (error) {
      if (!(error instanceof CensusReadError)) throw error
      this.#stop(error.problem, error.message, error.position.line, error.position.childrenRead)
    }
  }

  /** By what children are judged. Known with the first of them. */
  get check(): CheckOptions {
    return this.#opened().options
  }

  /** The day on which clocks are judged. */
  get asAt(): Temporal.PlainDate {
    return this.#options.asAt ?? this.check.asAt
  }

  /** The authority that the file says it is of. */
  get authority(): string | null {
    const [source] = this.header?.sources ?? []
    return source === undefined ? null : (valueIn(source.lea) ?? null)
  }

  /** What is to be said of the file itself, once it is read; rules of a whole file only of a whole one. */
  findings(): readonly ImportFinding[] {
    const { header } = this
    const said = [
      ...(header ? readerFindings(header.findings, header.leftovers) : []),
      ...readerFindings(this.#findings, this.#findings),
      ...this.#ofOtherAuthority(),
    ]
    const rules = this.stopped === null ? this.#opened().file.finish(header) : []
    return [...said, ...ruleFindings(rules, said)]
  }

  #ofOtherAuthority(): readonly ImportFinding[] {
    const own = this.#options.authorityCode ?? null
    const lea = this.header?.sources[0]?.lea
    if (lea === undefined || own === null || this.authority === null || this.authority === own) return []
    const problem = `The file is of authority ${this.authority}; this record is of authority ${own}. It was read all the same.`
    const { element, line, raw } = lea
    return [{ element, line, raw, kept: null, severity: 'information', rule: null, problem }]
  }

  #takeHeader(header: CensusHeader): void {
    this.header = header
    if (this.#run.isWritten) return // came after children: too late to name their run
    this.#run.authorityCode = this.authority
    this.#run.censusYear = header.censusYear ?? null
    this.#run.referenceOn = header.asAt ?? null
    this.#run.asAt = this.#options.asAt ?? header.asAt ?? null
  }

  /** Opened with the first child, after the header. Without any date the last census day before today serves. */
  #opened() {
    const lastCensus = (year: number) => Temporal.PlainDate.from({ year, month: 3, day: 31 })
    const thisYear = lastCensus(this.#today.year)
    const isPast = Temporal.PlainDate.compare(thisYear, this.#today) <= 0
    const last = isPast ? thisYear : lastCensus(this.#today.year - 1)
    const asAt = this.header?.asAt ?? this.#options.asAt ?? last
    const year = this.header?.censusYear
    const options = { asAt, ...(year === undefined ? {} : { censusYear: year }) }
    this.#check ??= { options, file: checkFile(options) }
    return this.#check
  }

  #stop(problem: string, sentence: string, line: number | null, childrenRead: number): void {
    this.stopped = { problem, sentence, line, childrenRead }
  }
}
