using ChatAuth.Cli.Hosting;
using ChatAuth.Storage.Files;

ProcessUmask.Restrict();
var host = new CliHost
{
    Output = Console.Out,
    Error = Console.Error,
    Words = args,
    Json = args.Contains("--json"),
    ShowsProgress = !Console.IsErrorRedirected,
    Debug = Environment.GetEnvironmentVariable("CHATAUTH_DEBUG") == "1",
    Assemble = Installation.Assemble,
    AssembleUnconfigured = Installation.AssembleUnconfigured,
    RunChat = TerminalChat.RunAsync,
    Input = TypedInput.OfConsole(),
};
await using (host) return await CommandLine.RunAsync(args, host);
