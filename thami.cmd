@echo off
rem Starts, watches and stops ThAMI on this machine: thami help
setlocal
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --version 2>nul | findstr /r /c:"^openjdk 2[5-9]" /c:"^java 2[5-9]" /c:"^openjdk [3-9][0-9]" >nul
if errorlevel 1 (
  echo ThAMI needs a JDK 25 or newer: install one ^(https://adoptium.net/temurin/releases/?version=25^) and set JAVA_HOME to it. 1>&2
  exit /b 2
)
"%JAVA%" "-Dthami.root=%ROOT%" "%ROOT%\local\launcher\src\main\java\thami\launcher\Thami.java" %*
exit /b %ERRORLEVEL%
