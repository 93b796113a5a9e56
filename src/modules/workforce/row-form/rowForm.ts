import type { UserClass, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'

/** A choice of a select. */
export type Option = { readonly value: string; readonly text: string }

/** One field of a form. Its name is the column that it fills. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'long' | 'select' | 'date' | 'number' | 'yes_no'
  readonly isRequired?: true
}

/** What was typed, field by field: '' where nothing was. Dates in ISO form. */
export type Values = Readonly<Record<string, string>>

/** What is kept of one row: values as the database reads them. */
export type Columns = Readonly<Record<string, string | number | boolean | null>>

/** What stands against saving a form, at the field that mends it. */
export type Problem = { readonly field: string; readonly message: string }

/** A form as it is opened, by somebody who may keep what it is about. */
export type Opened = {
  /** The row that it changes; null: it adds one. */
  readonly id: Uuid | null
  readonly title: string
  /** What the form is filled with at first. */
  readonly values: Values
  /** Columns that the address decides. */
  readonly fixed?: Columns
  readonly back: string
  /** Where saving leads; `back` when left out. */
  readonly next?: string
  readonly lead?: Html
  readonly options?: Readonly<Record<string, readonly Option[]>>
}

/** One form of the workforce: what it asks, who opens it, and what is kept of the answers. */
export type RowForm = {
  readonly table: string
  /** Address, with its parameters. */
  readonly url: string
  readonly admits: readonly UserClass[]
  readonly purpose: string
  readonly summary: string
  /** Item of the navigation that is current. */
  readonly current: string
  readonly fields: readonly Field[]
  /** What success says. */
  readonly saved: string
  /** @returns null for whoever may not keep this, and where there is nothing of that id */
  open(work: Work, params: Readonly<Record<string, string>>): Promise<Opened | null>
  /** What stands against these values, beside what each field asks. */
  check?(work: Work, values: Values, opened: Opened): Promise<readonly Problem[]> | readonly Problem[]
  /** The row's columns; left out, the values are the columns. */
  columnsOf?(values: Values): Columns
}
