import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute, or half of one, longest first: started last, one of them runs on while the other worker has nothing to do. */
const long = [
  'test/faults/everyStatement',
  'test/journeys/journeys',
  'test/plans/plans',
  'test/oracle/database',
  'test/oracle/faults',
  'test/faults/crash',
  'test/faults/line',
  'test/routes/idempotency',
  'test/house',
  'test/oracle/randomWorld',
  'test/oracle/properties',
  'test/routes/refusals',
  'test/routes/matrix',
  'src/main/demo/makeDemo',
]

/** The order of a run: the longest files, then the others as Vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex(name => moduleId.includes(`/${name}.test.`))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
