import { NavLink } from 'react-router'

import type { Section } from './sections'

/** The way from one part to another. */
export const Side = ({ sections, onGo }: { sections: readonly Section[]; onGo?: () => void }) => (
  <nav className="side" aria-label="栏目">
    <div className="side-title">进农家 · 台账</div>
    {sections.map(({ path, title }) => (
      <NavLink key={path} to={path} onClick={onGo}>
        {title}
      </NavLink>
    ))}
  </nav>
)
