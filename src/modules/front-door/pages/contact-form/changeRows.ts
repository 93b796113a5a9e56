import { mostNamed, type NamedRole } from '../../rules/contactWanted.ts'
import { personFields, roleOf, rowsOf, type Typed, typed } from './personFields.ts'

/** Name of the buttons that add and remove rows: they send the form, so that it works without JavaScript. */
export const ROWS = 'rows'

const added: Readonly<Record<string, NamedRole>> = {
  'add-child': 'child',
  'add-unborn': 'unborn_child',
  'add-adult': 'adult',
}

/** The form with a row more or less when such a button was pressed, else null. Nothing else that was typed changes. */
export function changeRows(sent: Typed): Typed | null {
  const pressed = typed(sent, ROWS)
  if (pressed === '') return null
  return changed(Object.fromEntries(Object.entries(sent).filter(([name]) => name !== ROWS)), pressed)
}

function changed(sent: Typed, pressed: string): Typed {
  const role = added[pressed]
  if (role === undefined) return without(sent, Number(pressed.replace(/^remove-/, '')))
  const free = Array.from({ length: mostNamed }, (_, row) => row).find(
    row => row > (rowsOf(sent).at(-1) ?? -1) && roleOf(sent, row) === null,
  )
  return free === undefined ? sent : { ...sent, [personFields(free).role]: role }
}

function without(sent: Typed, row: number): Typed {
  const prefix = `person-${row}-`
  const kept = Object.entries(sent).filter(([name]) => !name.startsWith(prefix))
  return renumbered(Object.fromEntries(kept))
}

/** Rows stand without gaps, so that as many can be added again. */
function renumbered(sent: Typed): Typed {
  const place = new Map(rowsOf(sent).map((row, index) => [row, index]))
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const [, row, part] = /^person-(\d+)-(.+)$/.exec(name) ?? []
      const to = place.get(Number(row))
      return [to === undefined ? name : `person-${to}-${part}`, value]
    }),
  )
}
