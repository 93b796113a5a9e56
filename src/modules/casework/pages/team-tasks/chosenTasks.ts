import { z } from 'zod'
import type { TeamTask } from '../../queries/teamTasks.ts'

/** What the list's address may say beside its page: whose tasks, and when they are due; left out, everything. */
export const taskFilters = {
  whose: z.enum(['waiting', 'taken']).optional().catch(undefined),
  due: z.enum(['overdue', 'week', 'undated']).optional().catch(undefined),
}

export type TaskChoice = {
  readonly whose?: 'waiting' | 'taken' | undefined
  readonly due?: 'overdue' | 'week' | 'undated' | undefined
}

/** The tasks that a choice leaves, in the same order. 'week' is today and the six days after it. */
export function chosenTasks(
  tasks: readonly TeamTask[],
  { whose, due }: TaskChoice,
  today: Temporal.PlainDate,
): readonly TeamTask[] {
  return tasks.filter(
    task =>
      (whose === undefined || (task.workerId === null) === (whose === 'waiting')) &&
      (due === undefined || dueIn(task, today) === due),
  )
}

function dueIn({ dueOn }: TeamTask, today: Temporal.PlainDate): TaskChoice['due'] {
  if (dueOn === null) return 'undated'
  if (Temporal.PlainDate.compare(dueOn, today) < 0) return 'overdue'
  return Temporal.PlainDate.compare(dueOn, today.add({ days: 6 })) <= 0 ? 'week' : undefined
}
