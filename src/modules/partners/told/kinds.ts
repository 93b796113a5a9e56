import type { z } from 'zod'
import { encompassSchema } from '../encompass/encompassSchema.ts'
import { maracSchema } from '../marac/maracSchema.ts'
import { policeNotificationSchema } from '../police-notification/policeNotificationSchema.ts'
import { schoolConcernSchema } from '../school-concern/schoolConcernSchema.ts'
import type { ToldPerson } from './toldPerson.ts'

/** What may be told, by kind. */
export const schemas = {
  encompass: encompassSchema,
  police_notification: policeNotificationSchema,
  marac: maracSchema,
  school_concern: schoolConcernSchema,
} as const
export type NoticeKind = keyof typeof schemas
export type ToldOf<K extends NoticeKind> = z.infer<(typeof schemas)[K]>
export const kinds = Object.keys(schemas) as readonly NoticeKind[]

export const kindWords: Readonly<Record<NoticeKind, string>> = {
  encompass: 'Operation Encompass notice',
  police_notification: 'Police notification',
  marac: 'MARAC referral',
  school_concern: 'Concern of a school',
}

/** Which organisations send which. */
export const sendersOf: Readonly<Record<NoticeKind, readonly string[]>> = {
  encompass: ['police'],
  police_notification: ['police'],
  marac: ['police'],
  school_concern: ['school'],
}

/** Kinds with a form of their own: people of a school who are worried use the front door's. */
export type FormKind = Exclude<NoticeKind, 'school_concern'>
export const formKinds = kinds.filter((kind): kind is FormKind => kind !== 'school_concern')

/** By what its sender knows a notice. */
export const theirReference = (told: ToldOf<NoticeKind>): string =>
  'schoolReference' in told ? told.schoolReference : told.policeReference

/** One notice that was read. */
export type Told = { readonly [K in NoticeKind]: { readonly kind: K; readonly told: ToldOf<K> } }[NoticeKind]

/** Reads what is kept of a notice. @throws when it is none: it was checked before it was kept */
export const toldOf = (kind: NoticeKind, told: unknown): Told =>
  ({ kind, told: schemas[kind].parse(told) }) as Told // the schema is the kind's own

/** The children whom a notice names, in its order. */
export const childrenOf = (one: Told): readonly ToldPerson[] =>
  one.kind === 'encompass' ? [one.told.child] : one.told.children
