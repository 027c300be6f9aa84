using System.Globalization;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Storage.Tests.Sqlite;

// What a proof starts as a process of its own.
if (args is not [var work, var path, var writer, var text]) return;
var count = int.Parse(text, CultureInfo.InvariantCulture);
await (work is "pin" ? PinningProcess.RunAsync(path, writer, count) : OrderingProcess.RunAsync(path, writer, count));
