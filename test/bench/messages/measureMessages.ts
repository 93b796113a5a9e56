import type { BenchCluster } from '../benchCluster.ts'
import { isRight } from './addUp.ts'
import { givePast } from './givePast.ts'
import { type ListFigures, measureList } from './measureList.ts'
import { measureTaking, type TakingFigures } from './measureTaking.ts'
import { type OpenSenders, openSenders } from './openSenders.ts'
import { type DayFigures, replayDay } from './replayDay.ts'

/** What the line by which hospitals tell the county costs, and whether anything is lost on it. */
export type MessageFigures = {
  readonly taking: TakingFigures
  readonly list: ListFigures
  /** The same in a county of a tenth. */
  readonly listInTenth: ListFigures
  readonly day: DayFigures
}

const STEADY = ['BENCH0', 'BENCH4', 'BENCH5', 'BENCH6'] as const
const DAY = ['BENCH1', 'BENCH2', 'BENCH3'] as const

/** Measures with the real door and jobs, in a process of their own. */
export async function measureMessages(
  cluster: BenchCluster,
  { whole, tenth }: { readonly whole: string; readonly tenth: string },
  say: (sentence: string) => void,
): Promise<MessageFigures> {
  say('Sending a hundred messages a second to the small county.')
  const small = await openSenders(cluster, tenth, STEADY)
  const listInTenth = await measureWithPast(small).finally(() => small.close())
  const senders = await openSenders(cluster, whole, [...STEADY, ...DAY])
  try {
    say('Sending a hundred messages a second.')
    const list = await measureWithPast(senders)
    say('Replaying a day, with every fault in it.')
    const day = await replayDay(senders, DAY)
    say('Sending as many as are taken.')
    return { taking: await measureTaking(senders, STEADY[0]), list, listInTenth, day }
  } finally {
    await senders.close()
  }
}

async function measureWithPast(senders: OpenSenders): Promise<ListFigures> {
  await givePast(senders, STEADY)
  return await measureList(senders, STEADY)
}

/** Whether every message of the day came to something. */
export const addsUp = ({ day }: MessageFigures): boolean => day.sums.every(isRight)
