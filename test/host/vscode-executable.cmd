@rem Stands in for the program of a desktop VS Code; takes the same arguments. Needs the project's own Node.
@"%~dp0..\..\node_modules\.bin\node.cmd" "%~dp0vscode-executable.ts" %*
