@echo off
rem Double-click: sets up what the desk needs, starts it, and opens it in the browser.
rem Only ASCII stands here, because cmd.exe may lose its place in other text. What is said to
rem people stands in UTF-8 files; plugins\desk\web\window.py does the work.
setlocal
chcp 65001 >nul
pushd "%~dp0"
set PYTHONUTF8=1

set "PYTHON="
for %%p in ("py -3" "python" "python3") do if not defined PYTHON %%~p -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=%%~p"
if not defined PYTHON goto no_python

%PYTHON% -m plugins.desk.web.window %*
if errorlevel 1 goto wait
popd
exit /b 0

:no_python
type tools\windows\no-python.txt

:wait
type tools\windows\press-a-key.txt
pause >nul
popd
exit /b 1
