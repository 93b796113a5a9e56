import type { ZodType } from 'zod'
import type { Work } from '#platform/db'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'
import type { Door } from '../keys/door.ts'
import type { FamilySession } from '../keys/sessions.ts'

/** What a page showed of which copies: written to the audit in the page's own transaction. */
export type PortalShown =
  | {
      readonly resource: string
      readonly rowIds: readonly Uuid[]
      readonly action?: 'read' | 'list' | 'export'
    }
  | 'nothing'

/** What a route of the portal answers. */
export type PortalReply =
  | {
      readonly kind: 'page'
      readonly status?: number
      /** What it is, never whose nor of what service. */
      readonly title: string
      readonly content: Html
      readonly hasErrors?: boolean
      readonly back?: string
      /** The copy that it shows, for the button that hides it. */
      readonly copyId?: Uuid
      /** Token of the session that begins with this page. */
      readonly token?: string
      readonly shown: PortalShown
    }
  | {
      readonly kind: 'redirect'
      readonly location: string
      readonly success?: string
      /** Token of a new session; null ends the one there is. */
      readonly token?: string | null
    }
  | {
      readonly kind: 'file'
      readonly fileName: string
      readonly mediaType: string
      /** Makes it once the transaction is over: no connection waits for a print. */
      readonly make: () => Promise<Uint8Array>
      readonly shown: PortalShown
    }
  /** Out, to an ordinary page of somebody else's. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'not_found' }

/** The page that is neither there nor theirs: the same bytes either way. */
export const absent: PortalReply = { kind: 'not_found' }

type Asked<Params> = {
  readonly params: Params
  readonly query: Readonly<Record<string, unknown>>
  readonly sent: Readonly<Record<string, unknown>>
  readonly path: string
  readonly form: FormKeys
}

/** A request of somebody who is not in, or is choosing a word: no record is open. */
export type DoorVisit<Params = unknown> = Asked<Params> & {
  readonly door: Door
  /** Network address of whoever asks. */
  readonly address: string
  readonly token: string | undefined
  readonly session: FamilySession | null
  readonly isDemo: boolean
}

/** A request of somebody who is in: one transaction of the portal's own role as their account. */
export type PortalVisit<Params = unknown> = Asked<Params> & {
  readonly work: Work
  readonly session: FamilySession
}

type Common<Params> = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly params?: ZodType<Params>
  /** A POST that may come many times from one form shown. */
  readonly repeats?: true
}

/** A page before the door, or in it while a word is being chosen. */
export type DoorRoute<Params = unknown> = Common<Params> & {
  readonly admits: 'anyone' | 'joining'
  /** Counts as trying to come in. */
  readonly isTry?: true
  enter(visit: DoorVisit<Params>): Promise<PortalReply>
}

/** A page for somebody who is in. */
export type InsideRoute<Params = unknown> = Common<Params> & {
  readonly admits: 'in'
  handle(visit: PortalVisit<Params>): Promise<PortalReply>
}

export type PortalRoute = DoorRoute | InsideRoute

/** A route with its types checked against its own schema. */
export function inside<Params>(route: Omit<InsideRoute<Params>, 'admits'>): PortalRoute {
  return { ...route, admits: 'in' } as unknown as PortalRoute // the server parses with the route's own schema first
}
