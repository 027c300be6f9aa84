using System.Globalization;
using BenchmarkDotNet.Running;
using ChatAuth.Benchmarks;
using ChatAuth.Storage.Files;

ProcessUmask.Restrict();
switch (args)
{
    case ["durable", .. var rest]:
        await DurablePins.RunAsync(Console.Out, Number(rest, 0, 1_000_000), Number(rest, 1, 300));
        return 0;
    case ["concurrent", .. var rest]:
        return await ConcurrentPins.RunAsync(Console.Out, processes: Number(rest, 0, 8), pins: Number(rest, 1, 1000));
    case [ConcurrentPins.ChildWord, var state, var writer, var pins]:
        await ConcurrentPins.RunChildAsync(state, writer, int.Parse(pins, CultureInfo.InvariantCulture));
        return 0;
    case ["call", .. var rest]:
        await CallOverhead.RunAsync(Console.Out, rounds: Number(rest, 0, 25), calls: Number(rest, 1, 400));
        return 0;
    case ["telegram", .. var rest]:
        return await TelegramLoad.RunAsync(Console.Out, chats: Number(rest, 0, 5000), rate: Number(rest, 1, 100));
    case [BareBot.ChildWord, var baseUrl, var token]:
        await BareBot.RunChildAsync(baseUrl, token);
        return 0;
    case ["discord", .. var rest]:
        return await DiscordLoad.RunAsync(Console.Out, rounds: Number(rest, 0, 7), count: Number(rest, 1, 5000), rate: Number(rest, 2, 1000));
    case [DiscordSigner.ChildWord]:
        await DiscordSigner.RunChildAsync();
        return 0;
#if CHAT_SDKS
    case ["machine"]:
        BenchmarkRunner.Run<ChatAuth.Benchmarks.Machine.MachineBenchmarks>(new Measurement());
        ChatAuth.Benchmarks.Machine.MachineMemory.Write(Console.Out);
        return 0;
#endif
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TransitionBenchmarks).Assembly).Run(args, new Measurement());
        return 0;
}

static int Number(string[] words, int at, int otherwise) =>
    at < words.Length ? int.Parse(words[at], CultureInfo.InvariantCulture) : otherwise;
