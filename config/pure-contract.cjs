const path = require('node:path')

const contract = path.resolve(__dirname, '..', 'contract') + path.sep

/**
 * Babel plugin: marks the calls that make the contract's constants as pure, so that schemas and routes which a package of the program
 * does not use are left out of it. They are pure: a schema does nothing until something is parsed.
 */
module.exports = ({ types }) => ({
  visitor: {
    'CallExpression|NewExpression'(call, { filename = '' }) {
      if (!filename.startsWith(contract) || call.getFunctionParent()) return
      if (call.findParent((parent) => parent.isVariableDeclarator())) types.addComment(call.node, 'leading', '#__PURE__')
    },
  },
})
