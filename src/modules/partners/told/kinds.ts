import type { z } from 'zod'
import { encompassSchema } from '../encompass/encompassSchema.ts'
import { maracSchema } from '../marac/maracSchema.ts'
import { policeNotificationSchema } from '../police-notification/policeNotificationSchema.ts'
import type { ToldPerson } from './toldPerson.ts'

/** What may be told, by kind. */
export const schemas = {
  encompass: encompassSchema,
  police_notification: policeNotificationSchema,
  marac: maracSchema,
} as const
export type NoticeKind = keyof typeof schemas
export type ToldOf<K extends NoticeKind> = z.infer<(typeof schemas)[K]>
export const kinds = Object.keys(schemas) as readonly NoticeKind[]

export const kindWords: Readonly<Record<NoticeKind, string>> = {
  encompass: 'Operation Encompass notice',
  police_notification: 'Police notification',
  marac: 'MARAC referral',
}

/** Which organisations send which. */
export const sendersOf: Readonly<Record<NoticeKind, readonly string[]>> = {
  encompass: ['police'],
  police_notification: ['police'],
  marac: ['police'],
}

/** One notice that was read. */
export type Told = { readonly [K in NoticeKind]: { readonly kind: K; readonly told: ToldOf<K> } }[NoticeKind]

/** Reads what is kept of a notice. @throws when it is none: it was checked before it was kept */
export const toldOf = (kind: NoticeKind, told: unknown): Told =>
  ({ kind, told: schemas[kind].parse(told) }) as Told // the schema is the kind's own

/** The children whom a notice names, in its order. */
export const childrenOf = (one: Told): readonly ToldPerson[] =>
  one.kind === 'encompass' ? [one.told.child] : one.told.children
