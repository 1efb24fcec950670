import { NavLink } from 'react-router'

import type { Section } from './sections'
import { useWaiting } from './use-waiting'

/** The way from one part to another. */
export function Side({ sections, onGo }: { sections: readonly Section[]; onGo?: () => void }) {
  const waiting = useWaiting()
  return (
    <nav className="side" aria-label="栏目">
      <div className="side-title">进农家 · 台账</div>
      {sections.map(({ path, title }) => (
        <NavLink key={path} to={path} onClick={onGo}>
          {title}
          {path === '/letters' && waiting > 0 && (
            <span className="side-count">
              {waiting}
              <span className="unseen"> 件等着接</span>
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  )
}
