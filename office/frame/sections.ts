import { type StaffRole, staffRoles } from '../../contract/account'

/** A part of the office web: where it is, and whose roles open it. */
export type Section = { path: string; title: string; roles: readonly StaffRole[] }

/** In the order of the side bar. What somebody's roles do not open is not shown to them. */
const sections: readonly Section[] = [
  { path: '/letters', title: '群众来信', roles: ['cadre', 'desk', 'inspection', 'head', 'leader', 'office'] },
  { path: '/hotline', title: '热线登记', roles: ['desk', 'inspection', 'office'] },
  { path: '/inquiry', title: '窗口查询', roles: ['desk', 'inspection', 'office', 'helper'] },
  { path: '/boxes', title: '意见箱', roles: staffRoles },
  { path: '/survey', title: '群众评机关', roles: ['office', 'inspection'] },
  { path: '/rectifications', title: '评议整改', roles: ['desk', 'head', 'office', 'inspection'] },
  { path: '/held', title: '待审照片', roles: ['inspection'] },
  { path: '/audit', title: '保密审计', roles: ['inspection'] },
  { path: '/calendar', title: '节假日', roles: ['office'] },
]

/** The sections that these roles open. */
export const sectionsFor = (roles: readonly StaffRole[]) => sections.filter((section) => section.roles.some((role) => roles.includes(role)))
