// The door of plans that come from other authorities, for the module's own.
import type { Route } from '#platform/http'
import { noticeForm, transferForm } from './transferForms.ts'

export { transferSection } from './transferSection.ts'

export const transferInRoutes: readonly Route[] = [...noticeForm, ...transferForm]
