import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { DirectoryColumns, DirectoryTable } from '../../../commands/saveDirectoryRow.ts'

/** A choice of a select. */
export type Option = { readonly value: string; readonly text: string }

/** One field of a directory's form. Its name is the column that it fills. */
export type DirectoryField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'select' | 'date' | 'moment' | 'yes_no' | 'lines' | 'number'
  readonly isRequired?: true
  readonly options?: (work: Work) => Promise<readonly Option[]>
}

/** What was typed, field by field: '' where nothing was. Dates and moments in ISO form. */
export type DirectoryValues = Readonly<Record<string, string>>

/** A list of the administrator's, with the form that adds to it and changes it. */
export type Directory = {
  /** In the address: /administration/<slug>. */
  readonly slug: string
  readonly table: DirectoryTable
  readonly title: string
  /** What one row is, such as "team". */
  readonly one: string
  readonly doc: string
  readonly fields: readonly DirectoryField[]
  readonly columns: readonly string[]
  /** Every row: cells in the order of the columns, and what its form is filled with. */
  rows(work: Work): Promise<readonly DirectoryRow[]>
  /** What stands against these values, beside what each field asks. */
  check?(work: Work, values: DirectoryValues, id: Uuid | null): Promise<readonly DirectoryProblem[]>
  /** The row's columns; left out, the values are the columns. */
  columnsOf?(values: DirectoryValues): DirectoryColumns
}

export type DirectoryRow = {
  readonly id: Uuid
  readonly cells: readonly string[]
  readonly values: DirectoryValues
}

export type DirectoryProblem = { readonly field: string; readonly message: string }
