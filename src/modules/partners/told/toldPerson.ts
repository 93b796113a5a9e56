import { z } from 'zod'

const LINE = 200
const LONG = 20_000

export const line = z.string().trim().min(1).max(LINE)
export const long = z.string().trim().min(1).max(LONG)
export const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().transform(value => value ?? null)

/** A day as a sender writes it: 2019-03-04. */
export const day = z.iso.date()
/** An instant with its offset: 2026-03-04T22:15:00Z. */
export const instant = z.iso.datetime({ offset: true })

/** Somebody whom a notice names, as it names them. */
export const toldPerson = z
  .strictObject({
    given: maybe(line),
    family: maybe(line),
    born: maybe(day),
    nhsNumber: maybe(z.string().trim().max(20)),
    address: maybe(line),
    postcode: maybe(z.string().trim().max(12)),
    school: maybe(line),
    relation: maybe(line),
  })
  .refine(({ given, family }) => given !== null || family !== null, 'Give a name')

export type ToldPerson = z.infer<typeof toldPerson>

/** As it was told: given name, family name. */
export const nameOf = ({ given, family }: Pick<ToldPerson, 'given' | 'family'>): string =>
  [given, family].filter(Boolean).join(' ')
