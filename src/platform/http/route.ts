import type { ZodType } from 'zod'
import type { ActingService, UserClass, Work } from '../db/index.ts'
import type { ServedFiles } from '../files/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { Reply } from './reply.ts'
import type { Upload } from './upload.ts'

/** Who may call a route at all; what they see there is the database's decision. */
export type Admits = 'anyone' | 'signed_in' | readonly UserClass[]

/** The signed-in person. */
export type Me = { readonly id: Uuid; readonly class: UserClass; readonly name: string }

/** One request, inside one transaction as the person who made it. */
export type Visit<Params, Query, Body> = {
  /** The transaction: present tables, or the known-at views when the address says `?known-at=`. */
  readonly work: Work
  readonly me: Me
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The form as it was sent, for showing again what was typed beside the errors. */
  readonly sent: Readonly<Record<string, unknown>>
  /** Path and query of this request, without known-at. */
  readonly path: string
  readonly form: FormKeys
  /** Files that came with the form; only where the route takes them. */
  readonly uploads?: readonly Upload[]
  /** The authority's stored files; left out where a server has no store. */
  readonly files?: ServedFiles
  /** Where people reach the service, for links that leave it. */
  readonly origin?: string
  /** The council's name, for prints. */
  readonly authorityName?: string
}

/** Hidden fields that every POST form carries: the CSRF token and a fresh submission key. Print them by formFields. */
export type FormKeys = { readonly csrf: string; readonly submission: Uuid }

/** A route of a module: what it admits, what it parses, what it does. Pages and JSON alike. */
export type Route<Params = unknown, Query = unknown, Body = unknown> = {
  readonly method: 'GET' | 'POST'
  /** Fastify pattern: '/children/:personId'. Never holds a name. */
  readonly url: string
  readonly admits: Admits
  /** One line for the OpenAPI document. */
  readonly summary: string
  /** Short code that stands in the signed context and the audit: 'casework', 'administration' ... */
  readonly purpose: string
  /** Path parameters; ids that are no UUID answer 404 like ids that are nobody's. */
  readonly params?: ZodType<Params>
  readonly query?: ZodType<Query>
  /** A JSON route's body; a form's fields are parsed by its own form.ts so that errors can be shown beside them. */
  readonly body?: ZodType<Body>
  /** A POST that may come many times from one form shown, such as autosave: no submission key is asked for or kept. */
  readonly repeats?: true
  /**
   * With `admits: 'anyone'`: the page needs no sign-in, and its transaction acts as this service, which must be able to read
   * nothing of anybody. There is no `me` to speak of, no known-at and no submission key; the form's own key must do.
   */
  readonly actsAs?: ActingService
  /** Its form may carry a file (multipart/form-data); any other route refuses such a body unread. */
  readonly takesFiles?: true
  handle(visit: Visit<Params, Query, Body>): Promise<Reply>
}

/** A route with its types checked against its own schemas. */
export function route<Params, Query, Body>(definition: Route<Params, Query, Body>): Route {
  return definition as unknown as Route // the server parses with the definition's own schemas before it calls handle
}
