using System.Globalization;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Storage.Tests.Refresh;
using ChatAuth.Storage.Tests.Sqlite;

// What a proof starts as a process of its own.
if (args is [RefreshingProcess.Work, .. var refresh])
{
    await RefreshingProcess.RunAsync(refresh);
    return;
}
if (args is not [var work, var path, var writer, var text]) return;
var count = int.Parse(text, CultureInfo.InvariantCulture);
await (work switch
{
    "pin" => PinningProcess.RunAsync(path, writer, count),
    "lease" => LeasingProcess.RunAsync(path, writer, count),
    "open" => OpeningProcess.RunAsync(path, count),
    "turn" => StoringProcess.TurnAsync(path, writer),
    _ => StoringProcess.AddAsync(path, writer, count),
});
