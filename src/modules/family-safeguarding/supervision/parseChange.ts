import type { Fields, Owner } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { codesOf } from '../frame/fieldParts.ts'
import {
  ADDED,
  AS_IT_IS,
  isTaskOpen,
  planWords,
  type RoomAgain,
  silentChapters,
  VOICES_ADDED,
} from './changeFields.ts'
import {
  type ChangedPart,
  type ChangedSupervision,
  type ChangedTask,
  versionOf,
} from './changeSupervision.ts'
import { contributionsOf, decisionOf } from './parseSupervision.ts'
import type { Part } from './supervision.ts'
import { ownerWords } from './supervisionFields.ts'
import { voiceOf } from './voices.ts'

/** What is changed and added; null with the problems noted. */
export function parseChange(fields: Fields, room: RoomAgain): ChangedSupervision | null {
  const version = fields.typed('version')
  // Nothing is asked about a part that the sender never saw: both texts are shown first.
  if (version !== versionOf(room.parts))
    return { parts: [], contributions: [], voices: [], decisions: [], version }
  const parts = room.rewords ? room.parts.flatMap(part => partOf(fields, part, room) ?? []) : []
  const added = room.mayAdd
    ? {
        contributions: contributionsOf(fields, room, silentChapters(room)),
        voices: VOICES_ADDED.flatMap(at => voiceOf(fields, at, room) ?? []),
        decisions: ADDED.flatMap(at => decisionOf(fields, at, room) ?? []),
      }
    : { contributions: [], voices: [], decisions: [] }
  if (fields.issues.length > 0) return null
  return { parts, ...added, version }
}

/** The part where something of it changed. */
function partOf(fields: Fields, part: Part, room: RoomAgain): ChangedPart | null {
  const words = fields.text(
    `words-${part.id}`,
    20_000,
    'Enter what was said or decided: it can be corrected, not taken out',
  )
  const task = isTaskOpen(part) ? taskOf(fields, part, room) : null
  if (words === null) return null
  const hasNewTask = task !== null && differs(task, part)
  if (words === part.words && !hasNewTask) return null
  return {
    part,
    words,
    task: hasNewTask ? task : null,
    action: hasNewTask ? actionOf(fields, part, room) : null,
  }
}

function taskOf(fields: Fields, { id }: Part, room: RoomAgain): ChangedTask | null {
  const names = ownerWords(room)
  const what = fields.text(`task-${id}`, 1_000, 'Enter the task')
  const dueOn = fields.date(`due-${id}`, 'The day', 'Enter by when')
  const chosen = fields.choice(`owner-${id}`, [AS_IT_IS, ...codesOf(names)], 'Select who does it')
  if (what === null || dueOn === null || chosen === null) return null
  const [kind, text = ''] = chosen.split(':')
  const ownerId = parseUuid(text)
  const owner: Owner | null =
    ownerId === null ? null : { kind: kind === 'worker' ? 'worker' : 'person', id: ownerId }
  return { what, owner, ownerName: owner === null ? null : (names[chosen] ?? ''), dueOn }
}

const differs = (task: ChangedTask, part: Part): boolean =>
  task.what !== part.task || task.owner !== null || !part.dueOn?.equals(task.dueOn)

/** The plan's action, when the plan is to change with the task: that is asked, never done in silence. */
function actionOf(fields: Fields, part: Part, { actions }: RoomAgain) {
  const action = part.planActionId === null ? undefined : actions.get(part.planActionId)
  if (action === undefined || action.doneOn !== null) return null
  const chosen = fields.choice(
    `plan-${part.id}`,
    codesOf(planWords),
    'Select whether the action in the plan changes too',
  )
  return chosen === 'change' ? action : null
}
