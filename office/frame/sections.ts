import type { StaffRole } from '../../contract/account'

/** A part of the office web: where it is, and whose roles open it. */
export type Section = { path: string; title: string; roles: readonly StaffRole[] }

/** In the order of the side bar. What somebody's roles do not open is not shown to them. */
export const sections: readonly Section[] = [
  { path: '/letters', title: '群众来信', roles: ['cadre', 'desk', 'inspection', 'head', 'leader', 'office'] },
]

/** The sections that these roles open. */
export const sectionsFor = (roles: readonly StaffRole[]) => sections.filter((section) => section.roles.some((role) => roles.includes(role)))
