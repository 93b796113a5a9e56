/** A place in the drawing, in pixels from its top left. */
export type Point = { readonly x: number; readonly y: number }
