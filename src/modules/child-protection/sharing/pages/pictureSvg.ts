import type { PictureName } from '../rules/pictures.ts'

const head = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="7"/><path d="M${x - 12} ${y + 26}a12 14 0 0 1 24 0z"/>`

/** Each drawn in a square of 64, in one colour: of nobody, and of no place. */
const drawings: Readonly<Record<PictureName, string>> = {
  talk: `${head(20, 24)}<path d="M34 12h24v16H46l-6 6v-6h-6z"/>`,
  listen:
    '<path d="M20 30a14 14 0 1 1 26 7c-4 6-8 8-8 14a7 7 0 0 1-13 2" fill="none" stroke-width="5"/><path d="M27 30a7 7 0 0 1 13 2" fill="none" stroke-width="4"/>',
  meeting: `${head(16, 18)}${head(48, 18)}<rect x="6" y="46" width="52" height="6" rx="2"/>`,
  home: '<path d="M6 32 32 10l26 22h-8v24H36V40h-8v16H14V32z"/>',
  school: '<path d="M4 28 32 14l28 14-28 14z"/><path d="M16 38v12c8 8 24 8 32 0V38l-16 8z"/>',
  doctor: '<path d="M25 8h14v17h17v14H39v17H25V39H8V25h17z"/>',
  worry:
    '<circle cx="32" cy="32" r="25" fill="none" stroke-width="4"/><circle cx="23" cy="26" r="3"/><circle cx="41" cy="26" r="3"/><path d="M21 46a12 10 0 0 1 22 0" fill="none" stroke-width="4"/>',
  good: '<circle cx="32" cy="32" r="25" fill="none" stroke-width="4"/><circle cx="23" cy="26" r="3"/><circle cx="41" cy="26" r="3"/><path d="M20 38a12 11 0 0 0 24 0" fill="none" stroke-width="4"/>',
  safe: '<path d="M32 6 54 14v16c0 14-9 23-22 28C19 53 10 44 10 30V14z" fill="none" stroke-width="4"/><path d="m21 31 8 9 15-17" fill="none" stroke-width="5"/>',
  plan: '<rect x="12" y="6" width="40" height="52" rx="3" fill="none" stroke-width="4"/><path d="M20 20h24M20 32h24M20 44h16" fill="none" stroke-width="4"/>',
  visit: `${head(18, 20)}<path d="M36 12h20v44H36z" fill="none" stroke-width="4"/><circle cx="50" cy="35" r="2.5"/>`,
  calendar:
    '<rect x="8" y="12" width="48" height="44" rx="3" fill="none" stroke-width="4"/><path d="M8 24h48M20 6v12M44 6v12" fill="none" stroke-width="4"/><rect x="28" y="34" width="10" height="10"/>',
  telephone:
    '<path d="M14 8h10l5 14-6 5c3 6 8 11 14 14l5-6 14 5v10c0 4-3 6-7 6C27 54 10 37 8 15c0-4 2-7 6-7z"/>',
  letter:
    '<rect x="6" y="14" width="52" height="36" rx="3" fill="none" stroke-width="4"/><path d="m8 18 24 18 24-18" fill="none" stroke-width="4"/>',
  help: '<path d="M32 56C14 42 6 32 6 22a12 12 0 0 1 26-6 12 12 0 0 1 26 6c0 10-8 20-26 34z"/>',
  family: `${head(16, 16)}${head(48, 16)}<circle cx="32" cy="34" r="5"/><path d="M23 56a9 11 0 0 1 18 0z"/>`,
}

/** A picture as SVG; its words stand beside it, so that it is hidden from screen readers. */
export const pictureSvg = (name: PictureName, size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${size}" height="${size}" fill="#0b0c0c" stroke="#0b0c0c" stroke-width="0" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${drawings[name]}</svg>`
