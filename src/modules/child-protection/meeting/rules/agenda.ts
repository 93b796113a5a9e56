import { z } from 'zod'

/** Something that a meeting speaks of: for so many minutes, led by somebody, as words say who. */
export type AgendaItem = {
  readonly title: string
  readonly minutes: number | null
  readonly lead: string | null
}

const shape = z.array(
  z.object({ title: z.string(), minutes: z.number().nullable(), lead: z.string().nullable() }),
)

/** Reads the column back. @throws when it is not what this code wrote */
export const readAgenda = (stored: unknown): readonly AgendaItem[] => shape.parse(stored)

/** Items of an authority's usual agenda, one a line: "10 | What each child says | Social worker". */
export const agendaFrom = (lines: string): readonly AgendaItem[] =>
  lines
    .split('\n')
    .map(line => line.split('|').map(part => part.trim()))
    .flatMap(([minutes = '', title = '', lead = '']) =>
      title === ''
        ? []
        : [
            {
              title,
              minutes: /^\d+$/.test(minutes) ? Number(minutes) : null,
              lead: lead === '' ? null : lead,
            },
          ],
    )

/** Minutes allotted in all. */
export const minutesOf = (items: readonly AgendaItem[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
